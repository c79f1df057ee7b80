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
package io.github.camelecobee.cursor;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A line of a cursor file: checksum, blank, name, tab, cursor. A line that was written in part does not have the
 * checksum that it says.
 */
record CursorLine(String key, String value) {
    private static final int CHECKSUM = 8;

    /** Reads what {@link #toString} wrote; empty if it is anything else. */
    static Optional<CursorLine> parse(String line) {
        int tab = line.indexOf('\t');
        if (tab <= CHECKSUM || line.charAt(CHECKSUM) != ' '
                || !checksum(line.substring(CHECKSUM + 1)).equals(line.substring(0, CHECKSUM))) {
            return Optional.empty();
        }
        return Optional.of(new CursorLine(unescape(line.substring(CHECKSUM + 1, tab)), unescape(line.substring(tab + 1))));
    }

    /** Without a line end, in the line or after it. */
    @Override
    public String toString() {
        String text = escape(key) + "\t" + escape(value);
        return checksum(text) + " " + text;
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = switch (text.charAt(i)) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> text.charAt(i);
                };
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
