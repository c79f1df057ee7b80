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
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** The least that reading reports can be: the bytes are fetched, and looked at once. */
final class BareScan {
    private static final int BUFFER = 64 * 1024;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonFactory json = new JsonFactory();
    private final URI base;
    private long rows;
    private long characters;

    BareScan(URI base) {
        this.base = base;
    }

    /** The paths of all reports that were ever asked for. */
    List<String> recorded() {
        try {
            return http.send(HttpRequest.newBuilder(base.resolve(ReplayServer.RECORDED)).build(),
                    HttpResponse.BodyHandlers.ofLines()).body().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reads them one after the other. */
    void read(List<String> paths) {
        rows = 0;
        characters = 0;
        paths.forEach(this::read);
    }

    long rows() {
        return rows;
    }

    long characters() {
        return characters;
    }

    private void read(String path) {
        try {
            HttpResponse<InputStream> answer = http.send(HttpRequest.newBuilder(URI.create(base + path)).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (JsonParser parser = json.createParser(new GZIPInputStream(answer.body(), BUFFER))) {
                boolean rowList = false;
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token == JsonToken.FIELD_NAME) {
                        rowList = "rowList".equals(parser.currentName());
                    } else if (rowList && token == JsonToken.VALUE_STRING) {
                        rows++;
                        characters += parser.getTextLength();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
