/**
 * One class for each alert rule, which says what seller, order or feed needs a person today; the list of them; and their
 * settings: one rule file, checked whole, with the calendars that stop a clock. Pure: no Flink, no clock of its own.
 */
package vn.nhipcho.alert;
