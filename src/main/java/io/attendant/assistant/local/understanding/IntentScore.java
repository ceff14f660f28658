package io.attendant.assistant.local.understanding;

/** @param confidence from 0 to 1; all confidences of one message add up to at most 1 */
public record IntentScore(Intent intent, double confidence) {}
