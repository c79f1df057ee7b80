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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A manager whose time, ecobee and store the test holds in its hands. */
final class AuthorizationFixture {
    static final String API_KEY = "KeyOfTheApplication0123456789abc";
    static final AccountKey HOME = AccountKey.of(API_KEY, "home");

    final VirtualTime time = new VirtualTime();
    final ScriptedEcobee ecobee = new ScriptedEcobee(time);
    final List<AuthorizationEvent> events = new ArrayList<>();
    AuthorizationSettings settings
            = AuthorizationSettings.builder(API_KEY).waitTimeout(Duration.ofSeconds(20)).build();
    GrantStore store;
    AuthorizationManager manager;
    Authorization home;

    AuthorizationFixture() {
        this(new MemoryGrantStore());
    }

    AuthorizationFixture(GrantStore store) {
        this.store = store;
        this.manager = newManager(store);
        this.home = manager.authorization("home");
    }

    AuthorizationManager newManager(GrantStore grants) {
        AuthorizationManager next = new AuthorizationManager(
                settings, grants, ecobee, time, time.scheduler, () -> 0);
        next.addListener(events::add);
        return next;
    }

    /** What a restart of the process does: everything in memory is gone. */
    void restart() {
        manager.close();
        manager = newManager(store);
        home = manager.authorization("home");
    }

    /** Somebody has authorized us before. */
    AuthorizationFixture authorized() {
        return stored("A1", "R1", Duration.ofHours(1));
    }

    AuthorizationFixture stored(String accessToken, String refreshToken, Duration life) {
        long version = store.load(HOME).map(AuthorizationRecord::version).orElse(0L);
        Grant grant = new Grant(
                accessToken, refreshToken, time.instant(), time.instant().plus(life), "smartWrite", "Bearer");
        store.compareAndSet(HOME, version, new AuthorizationRecord(version + 1, grant, null, null));
        return this;
    }

    AuthorizationRecord inStore() {
        return store.load(HOME).orElse(AuthorizationRecord.NONE);
    }

    String storedRefreshToken() {
        Grant grant = inStore().grant();
        return grant == null ? "none" : String.valueOf(grant.refreshToken());
    }

    List<AuthorizationEvent.Type> eventTypes() {
        return events.stream().map(AuthorizationEvent::type).toList();
    }

    AuthorizationState state() {
        return home.status().state();
    }
}
