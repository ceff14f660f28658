/** An HTTP server that speaks the chat completions API, checks what it is sent, and misbehaves on demand. */
package io.attendant.testsupport.openai;
