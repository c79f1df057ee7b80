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
package io.github.camelecobee.poll;

import java.util.Optional;

import org.apache.camel.spi.StateRepository;

/**
 * How far a consumer got, per thermostat, in a {@link StateRepository}. Keys hold the consumer's name and the account,
 * so that consumers can share a repository.
 */
public final class Cursors {
    private final StateRepository<String, String> repository;
    private final String prefix;

    /**
     * Opens the cursors of one consumer.
     *
     * @param repository where they are kept
     * @param consumer   the consumer's name, unique among those that share the repository
     * @param account    the account's name
     */
    public Cursors(StateRepository<String, String> repository, String consumer, String account) {
        this.repository = repository;
        this.prefix = consumer + "/" + account + "/";
    }

    Optional<String> get(String identifier) {
        return Optional.ofNullable(repository.getState(prefix + identifier));
    }

    void set(String identifier, String cursor) {
        repository.setState(prefix + identifier, cursor);
    }
}
