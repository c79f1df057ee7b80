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
package io.github.camelecobee.authorization;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** Makes a server's text fit for logs: a server may echo what it was sent. */
final class Redaction {
    private static final int LONGEST = 200;

    private Redaction() {
    }

    /** A line break would let a server write log lines of its own. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ");
    }

    static String clean(@Nullable String text, @Nullable String... secrets) {
        if (text == null) {
            return "";
        }
        String clean = text.strip();
        for (String secret : secrets) {
            if (secret != null && !secret.isEmpty()) {
                clean = clean.replace(secret, "xxxxxx").replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), "xxxxxx");
            }
        }
        clean = oneLine(clean);
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "...";
    }
}
