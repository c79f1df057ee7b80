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
package io.github.camelecobee.simulator.faults;

import java.time.Instant;

import io.github.camelecobee.simulator.requests.KeyId;
import org.jspecify.annotations.Nullable;

/**
 * Which requests meet a fault. Rules read as sentences:
 *
 * <pre>{@code
 * faults.when(FaultRule.requests("GET", "/1/thermostat").from(3).times(2)).then(Fault.htmlPage());
 * faults.when(FaultRule.anyRequest().withProbability(0.05, 42)).then(Fault.httpStatus(503));
 * }</pre>
 *
 * Calls are counted among the requests that meet method, path, key, account and time window. Immutable.
 *
 * @param method      the HTTP method, or {@link FaultPlan#ANY}
 * @param path        the path without query, or {@link FaultPlan#ANY}; one ending with {@code *} stands for all paths
 *                    that begin so
 * @param apiKeyId    the {@linkplain KeyId#of name} of the API key, {@code null} for every key
 * @param account     the name of the account whose thermostats the request is about, {@code null} for every account
 * @param firstCall   the first of the matching calls that meets it, 1 for the first of all
 * @param every       1 for each call from then on, 2 for every other one, and so on
 * @param times       how often it happens, {@link Integer#MAX_VALUE} for always
 * @param probability how likely each of these calls meets it, 1 for surely
 * @param seed        decides which ones
 * @param notBefore   the simulated time at which it begins, {@code null} for at once
 * @param until       the simulated time at which it is over, {@code null} for never
 */
public record FaultRule(String method, String path, @Nullable String apiKeyId, @Nullable String account, int firstCall,
        int every, int times, double probability, long seed, @Nullable Instant notBefore, @Nullable Instant until) {

    /**
     * Checks the numbers.
     *
     * @param  method                   see above
     * @param  path                     see above
     * @param  apiKeyId                 see above
     * @param  account                  see above
     * @param  firstCall                see above
     * @param  every                    see above
     * @param  times                    see above
     * @param  probability              see above
     * @param  seed                     see above
     * @param  notBefore                see above
     * @param  until                    see above
     * @throws IllegalArgumentException if a number makes no sense
     */
    public FaultRule {
        require(firstCall >= 1, "Calls are counted from 1, not " + firstCall);
        require(every >= 1, "A fault can meet every call, every 2nd and so on, not every " + every);
        require(times >= 1, "A fault cannot happen " + times + " times: use 1 or more");
        require(probability >= 0 && probability <= 1, "A probability is 0 to 1, not " + probability);
        require(notBefore == null || until == null || notBefore.isBefore(until),
                "A fault cannot begin at " + notBefore + " and be over at " + until);
    }

    /**
     * Every request, always.
     *
     * @return the rule
     */
    public static FaultRule anyRequest() {
        return requests(FaultPlan.ANY, FaultPlan.ANY);
    }

    /**
     * The requests for a method and a path.
     *
     * @param  method the HTTP method, or {@link FaultPlan#ANY}
     * @param  path   the path without query, for example {@code /1/thermostat} or {@code /1/hierarchy/*}, or
     *                {@link FaultPlan#ANY}
     * @return        the rule
     */
    public static FaultRule requests(String method, String path) {
        return new FaultRule(method, path, null, null, 1, 1, Integer.MAX_VALUE, 1, 0, null, null);
    }

    /**
     * Only those of an application.
     *
     * @param  apiKey its API key
     * @return        the narrower rule
     */
    public FaultRule ofKey(String apiKey) {
        return ofKeyId(KeyId.of(apiKey));
    }

    /**
     * Only those of an application, by the name of its key.
     *
     * @param  id the {@linkplain KeyId#of name} of its API key
     * @return    the narrower rule
     */
    public FaultRule ofKeyId(String id) {
        return new FaultRule(method, path, id, account, firstCall, every, times, probability, seed, notBefore, until);
    }

    /**
     * Only those about an account: the requests with its access tokens, and those that refresh them.
     *
     * @param  name the account's name in the simulator
     * @return      the narrower rule
     */
    public FaultRule ofAccount(String name) {
        return new FaultRule(method, path, apiKeyId, name, firstCall, every, times, probability, seed, notBefore, until);
    }

    /**
     * Only the n-th one.
     *
     * @param  call 1 for the next one
     * @return      the narrower rule
     */
    public FaultRule nthCall(int call) {
        return from(call).times(1);
    }

    /**
     * Only the n-th one and those after it.
     *
     * @param  call 1 for the next one
     * @return      the narrower rule
     */
    public FaultRule from(int call) {
        return new FaultRule(method, path, apiKeyId, account, call, every, times, probability, seed, notBefore, until);
    }

    /**
     * Only every n-th one.
     *
     * @param  calls 2 for every other one
     * @return       the narrower rule
     */
    public FaultRule every(int calls) {
        return new FaultRule(method, path, apiKeyId, account, firstCall, calls, times, probability, seed, notBefore, until);
    }

    /**
     * Only so often.
     *
     * @param  count how often it happens, then never again
     * @return       the narrower rule
     */
    public FaultRule times(int count) {
        return new FaultRule(method, path, apiKeyId, account, firstCall, every, count, probability, seed, notBefore, until);
    }

    /**
     * Only some, by chance.
     *
     * @param  likelihood 0 to 1
     * @param  chance     the seed: the same seed meets the same calls
     * @return            the narrower rule
     */
    public FaultRule withProbability(double likelihood, long chance) {
        return new FaultRule(method, path, apiKeyId, account, firstCall, every, times, likelihood, chance, notBefore, until);
    }

    /**
     * Only those at a time.
     *
     * @param  begin the simulated time at which it begins, {@code null} for at once
     * @param  end   the simulated time at which it is over, {@code null} for never
     * @return       the narrower rule
     */
    public FaultRule between(@Nullable Instant begin, @Nullable Instant end) {
        return new FaultRule(method, path, apiKeyId, account, firstCall, every, times, probability, seed, begin, end);
    }

    /** Whether a request is one of those that this rule counts. */
    boolean counts(Call call) {
        return (method.equals(FaultPlan.ANY) || method.equals(call.method())) && isPath(call.path())
                && (apiKeyId == null || apiKeyId.equals(call.apiKeyId()))
                && (account == null || account.equals(call.account()))
                && (notBefore == null || !call.instant().isBefore(notBefore))
                && (until == null || call.instant().isBefore(until));
    }

    private boolean isPath(String asked) {
        return path.endsWith("*") ? asked.startsWith(path.substring(0, path.length() - 1)) : path.equals(asked);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * A request as a rule sees it.
     *
     * @param method   its HTTP method
     * @param path     its path without query
     * @param apiKeyId the {@linkplain KeyId#of name} of its API key, {@code null} when unknown
     * @param account  the account that its token was given for, {@code null} when it bears none
     * @param instant  when it came, simulated time
     */
    public record Call(String method, String path, @Nullable String apiKeyId, @Nullable String account,
            Instant instant) {
    }
}
