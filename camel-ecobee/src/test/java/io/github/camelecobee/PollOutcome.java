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

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;

/** Remembers why the last poll failed, as a strategy of a user's may. */
final class PollOutcome extends DefaultPollingConsumerPollStrategy {
    private volatile @Nullable Exception failure;

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) throws Exception {
        failure = cause;
        return super.rollback(consumer, endpoint, retryCounter, cause);
    }

    /** Why the poll since the last call failed, {@code null} if it did not. */
    @Nullable
    Exception take() {
        Exception taken = failure;
        failure = null;
        return taken;
    }
}
