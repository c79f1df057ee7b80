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
package io.github.camelecobee.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * The least that any client must do to hold a temperature: send bytes that are made already, with the headers that the
 * component sends, and look for {@code status.code} in the answer. By the JDK's client, and by the one that camel-http
 * uses.
 */
final class RawHolds implements AutoCloseable {
    private static final String JSON = "application/json;charset=UTF-8";

    private final JsonFactory json = new JsonFactory();
    private final HttpClient jdk = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CloseableHttpClient apache = HttpClientBuilder.create().disableContentCompression().disableCookieManagement()
            .disableRedirectHandling().disableAutomaticRetries().build();
    private final ContentType type = ContentType.parse(JSON);
    private final URI uri;
    private final List<String> tokens;
    private final List<byte[]> bodies;

    /** The body and the token of each account. */
    RawHolds(URI base, List<String> tokens, List<byte[]> bodies) {
        this.uri = base.resolve("/1/thermostat?format=json");
        this.tokens = tokens;
        this.bodies = bodies;
    }

    /** By {@code java.net.http.HttpClient}. */
    void byJdk(int account) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = jdk.send(
                HttpRequest.newBuilder(uri).header("Content-Type", JSON).header("Accept", "application/json")
                        .header("Accept-Encoding", "identity").header("Authorization", bearer(account))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bodies.get(account))).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        requireSuccess(answer.body());
    }

    /** By Apache HttpClient 5. */
    void byApache(int account) throws IOException {
        HttpPost request = new HttpPost(uri);
        request.setHeader("Accept", "application/json");
        request.setHeader("Accept-Encoding", "identity");
        request.setHeader("Authorization", bearer(account));
        request.setEntity(new ByteArrayEntity(bodies.get(account), type));
        apache.execute(request, answer -> {
            requireSuccess(answer.getEntity().getContent());
            return true;
        });
    }

    private String bearer(int account) {
        return "Bearer " + tokens.get(account);
    }

    private void requireSuccess(InputStream answer) throws IOException {
        int code = -1;
        try (JsonParser parser = json.createParser(answer)) {
            for (JsonToken next = parser.nextToken(); next != null; next = parser.nextToken()) {
                if (next == JsonToken.VALUE_NUMBER_INT && "code".equals(parser.currentName())) {
                    code = parser.getIntValue();
                }
            }
        }
        if (code != 0) {
            throw new IllegalStateException("status.code " + code);
        }
    }

    @Override
    public void close() throws IOException {
        apache.close();
    }
}
