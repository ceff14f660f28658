/**
 * A double of the Gemini API that speaks HTTP, for tests, demos and load.
 *
 * <p>{@link io.attendant.testsupport.gemini.GeminiEmulator} is the way in: a test starts it, scripts it with {@link
 * io.attendant.testsupport.gemini.GeminiReply}, looks at each {@link io.attendant.testsupport.gemini.GeminiRequest} and
 * asserts that there was no {@link io.attendant.testsupport.gemini.Violation}. {@link
 * io.attendant.testsupport.gemini.GeminiEmulatorMain} runs it alone. {@code http} is the server, {@code protocol} the
 * messages of the API, {@code rules} what the API refuses.
 */
package io.attendant.testsupport.gemini;
