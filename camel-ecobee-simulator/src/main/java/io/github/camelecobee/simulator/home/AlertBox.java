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
package io.github.camelecobee.simulator.home;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.github.camelecobee.model.Alert;
import org.jspecify.annotations.Nullable;

/**
 * The alerts that somebody has acknowledged: they are no longer listed, but can come back. Guarded by the home's lock.
 */
final class AlertBox {
    private static final Duration LATER = Duration.ofDays(1);
    private static final int KEPT = 50;

    private final List<Answered> answered = new ArrayList<>();

    /**
     * Acknowledges an alert.
     *
     * @return the alerts that are listed from now on, {@code null} when there is no such alert
     */
    @Nullable
    List<Alert> acknowledge(List<Alert> listed, String reference, String type, boolean later, Instant now) {
        List<Alert> left = new ArrayList<>(listed);
        Alert alert = take(left, reference);
        if (alert == null) {
            return null;
        }
        alert.setAcknowledgement(type);
        alert.setRemindMeLater(later);
        if ("unacknowledged".equals(type)) {
            left.add(alert);
        } else {
            answered.add(new Answered(alert, later ? now.plus(LATER) : Instant.MAX));
            if (answered.size() > KEPT) {
                answered.remove(0);
            }
        }
        return left;
    }

    boolean isEmpty() {
        return answered.isEmpty();
    }

    /** The alerts of which somebody is to be reminded now. */
    List<Alert> due(Instant now) {
        if (answered.isEmpty()) {
            return List.of();
        }
        List<Alert> due = answered.stream().filter(each -> !each.back.isAfter(now)).map(Answered::alert).toList();
        answered.removeIf(each -> !each.back.isAfter(now));
        due.forEach(alert -> alert.setAcknowledgement("unacknowledged"));
        return due;
    }

    private @Nullable Alert take(List<Alert> listed, String reference) {
        for (Iterator<Alert> each = listed.iterator(); each.hasNext();) {
            Alert alert = each.next();
            if (reference.equals(alert.getAcknowledgeRef())) {
                each.remove();
                return alert;
            }
        }
        for (Iterator<Answered> each = answered.iterator(); each.hasNext();) {
            Alert alert = each.next().alert;
            if (reference.equals(alert.getAcknowledgeRef())) {
                each.remove();
                return alert;
            }
        }
        return null;
    }

    private record Answered(Alert alert, Instant back) {
    }
}
