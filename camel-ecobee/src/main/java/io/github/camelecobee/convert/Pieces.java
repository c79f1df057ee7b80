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
package io.github.camelecobee.convert;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.stream.Stream;

/** A text that is made while it is read, so that a month of rows never is one text. */
final class Pieces implements Enumeration<InputStream> {
    private final Iterator<String> texts;

    private Pieces(Iterator<String> texts) {
        this.texts = texts;
    }

    /** The texts one after the other, in UTF-8. */
    static InputStream stream(Stream<String> texts) {
        return new SequenceInputStream(new Pieces(texts.iterator()));
    }

    @Override
    public boolean hasMoreElements() {
        return texts.hasNext();
    }

    @Override
    public InputStream nextElement() {
        return new ByteArrayInputStream(texts.next().getBytes(StandardCharsets.UTF_8));
    }
}
