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

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser with cookies, and the person in front of it, who logs in at the simulator and agrees or not. */
final class ConsentPages {
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"");

    private final HttpClient browser
            = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build();

    HttpResponse<String> open(String address) throws IOException, InterruptedException {
        return follow(browser.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString()));
    }

    /** As browsers do it, and the JDK does not: what follows a form is a plain GET, without the form's headers. */
    private HttpResponse<String> follow(HttpResponse<String> answer) throws IOException, InterruptedException {
        return answer.statusCode() == 302
                ? open(answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow()).toString()) : answer;
    }

    /** From the application's address through the pages of ecobee back to the application. */
    HttpResponse<String> decide(String address, String user, String decision) throws IOException, InterruptedException {
        HttpResponse<String> login = open(address);
        HttpResponse<String> consent = press(login, "user", user);
        return press(consent, "decision", decision);
    }

    private HttpResponse<String> press(HttpResponse<String> page, String name, String value)
            throws IOException, InterruptedException {
        Matcher action = ACTION.matcher(page.body());
        if (!action.find()) {
            throw new AssertionError("No page of ecobee, but " + page.statusCode() + " " + page.body());
        }
        Map<String, String> form = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2).replace("&quot;", "\"").replace("&amp;", "&"));
        }
        form.put(name, value);
        String body = form.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(
                e.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return follow(browser.send(HttpRequest.newBuilder(page.uri().resolve(action.group(1)))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString()));
    }
}
