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
package io.github.camelecobee.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A process that holds the lock of an account until it is spoken to. */
final class OtherProcess {
    private OtherProcess() {
    }

    public static void main(String[] args) {
        new FileGrantStore(Path.of(args[0])).exclusively(AccountKey.of("a key", "home"), () -> {
            System.out.println("locked");
            try {
                return System.in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
