/**
 * The rules that say which seller, order or feed needs a person today, and their settings: one rule file, checked whole,
 * with the calendars that stop a clock (days off, holidays, seasons).
 */
package vn.nhipcho.alert;
