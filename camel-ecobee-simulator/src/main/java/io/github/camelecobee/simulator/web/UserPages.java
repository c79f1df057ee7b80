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
package io.github.camelecobee.simulator.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelecobee.simulator.account.LiveAccount;
import org.jspecify.annotations.Nullable;

/** The small pages on which a user logs in and agrees. */
final class UserPages {
    private final String page = page();

    /** A page with a title and the HTML below it. */
    Reply show(String title, String content) {
        return new Reply(
                200, Map.of("Content-Type", "text/html;charset=UTF-8", "Cache-Control", "no-store",
                        "X-Frame-Options", "DENY"),
                page.replace("{{title}}", title).replace("{{content}}", content), null);
    }

    /** A button for each user, account by account. */
    static String choice(List<Visitor> visitors) {
        StringBuilder html = new StringBuilder();
        @Nullable
        LiveAccount shown = null;
        for (Visitor visitor : visitors) {
            if (!visitor.account().equals(shown)) {
                shown = visitor.account();
                html.append("<h2>").append(escape(title(shown))).append("</h2>\n");
            }
            html.append("<button name=\"user\" value=\"").append(escape(visitor.userName())).append("\">")
                    .append(escape(visitor.userName())).append("<span>").append(escape(visitor.role()))
                    .append("</span></button>\n");
        }
        return html.toString();
    }

    /** How the pages call an account. */
    static String title(LiveAccount account) {
        return account.name() + ", " + account.type().title() + " account";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String page() {
        try (InputStream in = Objects.requireNonNull(UserPages.class.getResourceAsStream(
                "/io/github/camelecobee/simulator/web/user.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
