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
package io.github.camelecobee.examples.quickstart;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/** Points of the story that its teller waits for. */
final class Milestones {
    private final Map<String, CompletableFuture<String>> reached = new ConcurrentHashMap<>();

    void reach(String name) {
        reach(name, "");
    }

    void reach(String name, @Nullable String what) {
        of(name).complete(what == null ? "" : what);
    }

    /** From now on the point counts as not reached. */
    void forget(String name) {
        reached.remove(name);
    }

    boolean isReached(String name) {
        return of(name).isDone();
    }

    String await(String name, Duration longest, String complaint) {
        try {
            return of(name).get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new UserException(complaint);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException("Interrupted.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<String> of(String name) {
        return reached.computeIfAbsent(name, any -> new CompletableFuture<>());
    }
}
