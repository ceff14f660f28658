package io.attendant.shared;

import java.util.List;

/** A feature's word on whether its configuration is safe in production; asked once, at start. */
public interface ProductionCheck {
    /** What is unsafe, a sentence each that begins with a short name; never a secret's value. Empty if nothing is. */
    List<String> problems();
}
