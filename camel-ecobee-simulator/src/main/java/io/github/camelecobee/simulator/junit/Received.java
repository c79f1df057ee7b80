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
package io.github.camelecobee.simulator.junit;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.camelecobee.simulator.requests.LoggedRequest;

/** An assertion on the request log. Its failures list what came instead. */
public final class Received {
    private final String what;
    private final List<LoggedRequest> found;
    private final List<LoggedRequest> all;

    Received(String what, List<LoggedRequest> found, List<LoggedRequest> all) {
        this.what = what;
        this.found = found;
        this.all = all;
    }

    /**
     * Only those with a function.
     *
     * @param  type the function, for example {@code setHold}
     * @return      the narrower assertion
     */
    public Received withFunction(String type) {
        return matching("with " + type, request -> request.functions().contains(type));
    }

    /**
     * Only those for an account.
     *
     * @param  name the name of the account
     * @return      the narrower assertion
     */
    public Received forAccount(String name) {
        return matching("for account " + name, request -> name.equals(request.account()));
    }

    /**
     * Only those that meet a condition.
     *
     * @param  description the condition in words, for the message
     * @param  condition   the condition
     * @return             the narrower assertion
     */
    public Received matching(String description, Predicate<LoggedRequest> condition) {
        return new Received(what + " " + description, found.stream().filter(condition).toList(), all);
    }

    /**
     * It came once.
     *
     * @throws AssertionError if not
     */
    public void once() {
        times(1);
    }

    /**
     * It never came.
     *
     * @throws AssertionError if it did
     */
    public void never() {
        times(0);
    }

    /**
     * It came so often.
     *
     * @param  count          how often
     * @throws AssertionError if not
     */
    public void times(int count) {
        check(found.size() == count, String.valueOf(count));
    }

    /**
     * It came so often or more.
     *
     * @param  count          how often at least
     * @throws AssertionError if not
     */
    public void atLeast(int count) {
        check(found.size() >= count, count + " or more");
    }

    /**
     * The requests, for other assertions.
     *
     * @return an immutable list, oldest first
     */
    public List<LoggedRequest> requests() {
        return found;
    }

    private void check(boolean asExpected, String expected) {
        if (!asExpected) {
            throw new AssertionError(
                    "Expected " + expected + " of " + what + ", but there were " + found.size()
                                     + (all.isEmpty() ? ": nothing was received" : " among:" + lines(all)));
        }
    }

    static String lines(List<?> items) {
        return items.stream().map(item -> System.lineSeparator() + "  " + item).collect(Collectors.joining());
    }
}
