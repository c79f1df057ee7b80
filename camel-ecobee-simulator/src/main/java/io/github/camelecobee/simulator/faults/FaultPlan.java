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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The faults that are still to come. Each is meant for the requests that its rule names; a request meets at most one
 * fault, the one ordered first. A fault that has happened as often as its rule says leaves the plan.
 * <p>
 * Safe for use by several threads.
 */
public final class FaultPlan {
    /** Stands for every method or every path. */
    public static final String ANY = "*";

    private final ReentrantLock lock = new ReentrantLock();
    private final List<String> accounts;
    private final List<Order> orders = new ArrayList<>();
    private int ordered;

    /**
     * A plan without faults.
     *
     * @param accounts the names of the accounts that rules can be about
     */
    public FaultPlan(Collection<String> accounts) {
        this.accounts = List.copyOf(accounts);
    }

    /**
     * Orders a fault for the next request.
     *
     * @param method the HTTP method, or {@link #ANY}
     * @param path   the path without query, for example {@code /1/thermostat}, or {@link #ANY}
     * @param fault  what goes wrong
     */
    public void next(String method, String path, Fault fault) {
        next(1, method, path, fault);
    }

    /**
     * Orders a fault for the next requests.
     *
     * @param  times                    for how many requests
     * @param  method                   the HTTP method, or {@link #ANY}
     * @param  path                     the path without query, or {@link #ANY}
     * @param  fault                    what goes wrong
     * @throws IllegalArgumentException if times is below 1
     */
    public void next(int times, String method, String path, Fault fault) {
        add(FaultRule.requests(method, path).times(times), fault);
    }

    /**
     * Begins to order a fault by a rule.
     *
     * @param  rule which requests meet it
     * @return      what is said next
     */
    public When when(FaultRule rule) {
        return new When(rule);
    }

    /**
     * Orders a fault by a rule.
     *
     * @param  rule                     which requests meet it
     * @param  fault                    what goes wrong
     * @return                          its id, to {@linkplain #cancel cancel} it
     * @throws IllegalArgumentException if the rule is about an account that does not exist: it would never happen
     */
    public String add(FaultRule rule, Fault fault) {
        if (rule.account() != null && !accounts.contains(rule.account())) {
            throw new IllegalArgumentException(
                    "A fault cannot be about account " + rule.account() + ": there are " + String.join(", ", accounts));
        }
        return locked(() -> {
            ordered++;
            Order order = new Order("fault-" + ordered, rule, fault);
            orders.add(order);
            return order.id;
        });
    }

    /**
     * Cancels a fault.
     *
     * @param  id its id
     * @return    whether it was in the plan
     */
    public boolean cancel(String id) {
        return locked(() -> orders.removeIf(order -> order.id.equals(id)));
    }

    /** Cancels all faults that have not happened yet. */
    public void clear() {
        locked(() -> {
            orders.clear();
            return true;
        });
    }

    /**
     * The plan.
     *
     * @return an immutable copy, in the order in which they were ordered
     */
    public List<PlannedFault> planned() {
        return locked(() -> orders.stream().map(Order::planned).toList());
    }

    /**
     * How many requests will still meet a fault at most, not counting faults without end.
     *
     * @return their number
     */
    public int pending() {
        return locked(() -> orders.stream().filter(order -> order.rule.times() != Integer.MAX_VALUE)
                .mapToInt(order -> order.rule.times() - order.happened).sum());
    }

    /**
     * Takes the fault that a request meets.
     *
     * @param  call the request
     * @return      the fault, empty when all goes well
     */
    public Optional<Fault> take(FaultRule.Call call) {
        return locked(() -> {
            Order met = null;
            for (Order order : orders) {
                // Each rule counts the requests that it is about, also those that meet another fault.
                if (order.isMetBy(call) && met == null) {
                    met = order;
                }
            }
            if (met == null) {
                return Optional.empty();
            }
            met.happened++;
            if (met.happened >= met.rule.times()) {
                orders.remove(met);
            }
            return Optional.of(met.fault);
        });
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** A rule that waits for its fault. */
    public final class When {
        private final FaultRule rule;

        private When(FaultRule rule) {
            this.rule = rule;
        }

        /**
         * Orders the fault.
         *
         * @param  fault                    what goes wrong
         * @return                          its id, to {@linkplain FaultPlan#cancel cancel} it
         * @throws IllegalArgumentException if the rule is about an account that does not exist
         */
        public String then(Fault fault) {
            return add(rule, fault);
        }
    }

    /** Guarded by the plan's lock. */
    private static final class Order {
        private final String id;
        private final FaultRule rule;
        private final Fault fault;
        private final Random chance;
        private int counted;
        private int happened;

        Order(String id, FaultRule rule, Fault fault) {
            this.id = id;
            this.rule = rule;
            this.fault = fault;
            this.chance = new Random(rule.seed());
        }

        boolean isMetBy(FaultRule.Call call) {
            if (!rule.counts(call)) {
                return false;
            }
            counted++;
            int since = counted - rule.firstCall();
            return since >= 0 && since % rule.every() == 0 && chance.nextDouble() < rule.probability();
        }

        PlannedFault planned() {
            return new PlannedFault(id, rule, fault, happened);
        }
    }
}
