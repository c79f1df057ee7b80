/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in
 * compliance with the License. You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is
 * distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */
package io.github.camelecobee;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;

import io.github.camelecobee.operation.InputLimits;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.MessageHelper;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message body of text, in any of its forms, as far as it may be a command: a file of gigabytes that passes by
 * is looked at, and not read. Those behind can read the body from its beginning.
 */
final class BodyText {
    private static final int BLOCK = 8192;
    /** Decoders read ahead of the characters that they give. */
    private static final int READ_AHEAD = InputLimits.BODY_CHARACTERS + 4 * BLOCK;
    private static final int MOST_BYTES_OF_A_CHARACTER = 4;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String operation;
    private final String beginnings;

    /**
     * Creates a reader.
     *
     * @param operation  whose command it may be, for messages
     * @param beginnings characters of which a command begins with one, empty when every text is a command
     */
    BodyText(String operation, String beginnings) {
        this.operation = operation;
        this.beginnings = beginnings;
    }

    /**
     * Reads the body.
     *
     * @param  message                  the message; a stream in it is made one that can be read again
     * @return                          the text of the body, empty when it is no text or no command
     * @throws IllegalArgumentException if it is longer than a command may be, or cannot be read
     */
    String read(Message message) {
        try {
            Object body = message.getBody();
            if (body instanceof WrappedFile<?> file && file.getBody() instanceof InputStream stream) {
                // It comes from afar, and comes once.
                return streamed(message, stream);
            } else if (body instanceof CharSequence text) {
                return read(new StringReader(text.toString()));
            } else if (body instanceof byte[] bytes) {
                return read(new InputStreamReader(new ByteArrayInputStream(bytes), charset(message)));
            } else if (body instanceof StreamCache) {
                return cached(message);
            } else if (body instanceof InputStream stream) {
                return streamed(message, stream);
            } else if (body instanceof Reader reader) {
                return streamed(message, reader);
            } else if (body instanceof WrappedFile<?>) {
                try (Reader reader = message.getBody(Reader.class)) {
                    return read(reader);
                }
            }
            return "";
        } catch (IOException e) {
            throw new IllegalArgumentException("body: cannot be read: " + e.getMessage(), e);
        }
    }

    private String cached(Message message) throws IOException {
        MessageHelper.resetStreamCache(message);
        try {
            Object body = message.getBody();
            return read(body instanceof InputStream stream
                    ? new InputStreamReader(stream, charset(message))
                    : body instanceof Reader reader ? reader : message.getBody(Reader.class));
        } finally {
            MessageHelper.resetStreamCache(message);
        }
    }

    private String streamed(Message message, InputStream given) throws IOException {
        InputStream stream = given.markSupported() ? given : new BufferedInputStream(given);
        if (stream != given) {
            message.setBody(stream);
        }
        stream.mark(MOST_BYTES_OF_A_CHARACTER * READ_AHEAD);
        String text;
        try {
            text = read(new InputStreamReader(stream, charset(message)));
        } finally {
            stream.reset();
        }
        return kept(message, stream, text);
    }

    private String streamed(Message message, Reader given) throws IOException {
        Reader reader = given.markSupported() ? given : new BufferedReader(given);
        if (reader != given) {
            message.setBody(reader);
        }
        reader.mark(READ_AHEAD);
        String text;
        try {
            text = read(reader);
        } finally {
            reader.reset();
        }
        return kept(message, reader, text);
    }

    /** Who sends a command again, after a failure for example, finds it again. */
    private static String kept(Message message, Object stream, String text) {
        if (!text.isEmpty() && message.getBody() == stream) {
            message.setBody(message.getBody(StreamCache.class));
        }
        return text;
    }

    private String read(@Nullable Reader reader) throws IOException {
        if (reader == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        char[] block = new char[BLOCK];
        int first = -1;
        for (int count = reader.read(block); count >= 0; count = reader.read(block)) {
            int before = text.length();
            text.append(block, 0, count);
            first = first >= 0 ? first : firstVisible(text, before);
            if (first >= 0 && !beginnings.isEmpty() && beginnings.indexOf(text.charAt(first)) < 0) {
                return "";
            }
            if (text.length() > InputLimits.BODY_CHARACTERS) {
                throw tooLong();
            }
        }
        return first < 0 ? "" : text.substring(text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0);
    }

    private static int firstVisible(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i)) && text.charAt(i) != BYTE_ORDER_MARK) {
                return i;
            }
        }
        return -1;
    }

    private IllegalArgumentException tooLong() {
        return new IllegalArgumentException(
                "body: has more than " + InputLimits.BODY_CHARACTERS + " characters, and "
                                            + (beginnings.isEmpty()
                                                    ? "is the text of " + operation
                                                    : "begins as a command of " + operation + " does")
                                            + "; a command has at most " + InputLimits.BODY_CHARACTERS
                                            + ". Give it in headers, and take the body away where it is none");
    }

    private static Charset charset(Message message) {
        return Charset.forName(ExchangeHelper.getCharsetName(message.getExchange()));
    }
}
