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

import io.github.camelecobee.poll.Cursors;
import org.apache.camel.CamelContext;
import org.apache.camel.StatefulService;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.jspecify.annotations.Nullable;

/**
 * A consumer's state repository: the user's, or memory. One that nobody started is the context's from then on, which
 * stops it when it stops itself: a consumer that stops must not, because stopping empties a repository, and other
 * consumers may share it.
 */
final class CursorRepository {
    private final @Nullable StateRepository<String, String> given;

    CursorRepository(@Nullable StateRepository<String, String> given) {
        this.given = given;
    }

    Cursors open(CamelContext context, String consumer, String account) throws Exception {
        if (given == null) {
            return new Cursors(new MemoryStateRepository(), consumer, account);
        }
        if (!(given instanceof StatefulService service && service.isStarted())) {
            context.addService(given);
        }
        return new Cursors(given, consumer, account);
    }
}
