package io.attendant.actions;

/** What became of a proposal, by its name on the wire. */
public enum ActionStatus {
    pending,
    executed,
    declined,
    failed,
    expired
}
