/** Whether the whole works, asked of its parts at once and answered in time. Starts and mends nothing. */
package vn.nhipcho.local.health;
