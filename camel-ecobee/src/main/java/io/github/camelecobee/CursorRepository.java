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
import org.apache.camel.StatefulService;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;

/** A consumer's state repository: the user's, or memory. Stopped by the consumer only if the consumer started it. */
final class CursorRepository {
    private final StateRepository<String, String> repository;
    private boolean startedHere;

    CursorRepository(@Nullable StateRepository<String, String> given) {
        this.repository = given == null ? new MemoryStateRepository() : given;
    }

    Cursors open(String consumer, String account) {
        startedHere = !(repository instanceof StatefulService service && service.isStarted());
        ServiceHelper.startService(repository);
        return new Cursors(repository, consumer, account);
    }

    void close() {
        if (startedHere) {
            ServiceHelper.stopService(repository);
        }
    }
}
