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
package io.github.camelecobee.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.Revision;
import io.github.camelecobee.client.ThermostatRevisions;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/** Finds what happened to a thermostat between two states. */
public final class ChangeFinder {
    private final Set<ChangeType> wanted;
    private final Set<FacetGroup> groups = EnumSet.noneOf(FacetGroup.class);

    /**
     * Creates a finder.
     *
     * @param wanted the types to find; only what they need is read
     */
    public ChangeFinder(Set<ChangeType> wanted) {
        this.wanted = Set.copyOf(wanted);
        wanted.stream().map(FacetGroup::of).filter(Objects::nonNull).forEach(groups::add);
    }

    /**
     * The parts of a thermostat to read.
     *
     * @return none when the summary tells everything
     */
    public Set<Include> includes() {
        Set<Include> includes = EnumSet.noneOf(Include.class);
        groups.forEach(group -> includes.addAll(group.includes()));
        return includes;
    }

    /**
     * The revisions to watch.
     *
     * @return those that move with what is wanted
     */
    public Set<Revision> revisions() {
        Set<Revision> revisions = EnumSet.noneOf(Revision.class);
        groups.stream().map(FacetGroup::revision).filter(Objects::nonNull).forEach(revisions::add);
        if (groups.contains(FacetGroup.CLIMATES)) {
            // The schedule moving on is no change of the configuration: only what the thermostat then does tells of it.
            revisions.add(Revision.RUNTIME);
        }
        return revisions;
    }

    /**
     * The parts that facets are read from.
     *
     * @return their names
     */
    public Set<String> parts() {
        Set<String> parts = new HashSet<>();
        groups.forEach(group -> parts.add(group.part()));
        return parts;
    }

    /**
     * Takes a thermostat apart.
     *
     * @param  revisions  its line of the summary
     * @param  thermostat what was read, {@code null} when nothing has to be
     * @return            its facets, of the wanted types only
     */
    public Facets facets(ThermostatRevisions revisions, @Nullable Thermostat thermostat) {
        return FacetReader.read(groups, revisions, thermostat);
    }

    /**
     * Compares two states.
     *
     * @param  before facets
     * @param  after  facets of the same parts
     * @return        the wanted changes, in the order of {@link ChangeType}
     */
    public List<Found> find(SortedMap<String, Object> before, SortedMap<String, Object> after) {
        List<Found> found = new ArrayList<>();
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            if (!Objects.equals(before.get(key), after.get(key))) {
                compare(key, before, after.get(key)).filter(change -> wanted.contains(change.type)).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(Found::type).thenComparing(Found::key));
        return found;
    }

    /**
     * A change that was found.
     *
     * @param key      the facet that changed
     * @param type     what happened
     * @param revision the revision that tells of it, {@code null} when the line of the summary does
     * @param make     makes the change
     */
    public record Found(
            String key, ChangeType type, @Nullable Revision revision, Function<Occurrence, Change> make) {
    }

    private static Optional<Found> compare(String key, Map<String, Object> all, @Nullable Object after) {
        Object before = all.get(key);
        FacetGroup group = FacetGroup.valueOf(Facets.partOf(key).toUpperCase(Locale.ROOT));
        String name = key.substring(key.lastIndexOf('/') + 1);
        return switch (group) {
            case CONNECTION -> before == null
                    ? Optional.empty()
                    : found(key,
                            Boolean.TRUE.equals(after) ? ChangeType.THERMOSTAT_CONNECTED : ChangeType.THERMOSTAT_DISCONNECTED,
                            ConnectionChange::new);
            case FIRMWARE -> mode(key, ChangeType.FIRMWARE_CHANGED, before, after);
            case MODE -> mode(key, ChangeType.HVAC_MODE_CHANGED, before, after);
            case EVENTS -> eventType(key, all, before, after).flatMap(type -> found(
                    key, type, (at, what) -> new EventChange(at, what, Values.event(before), Values.event(after))));
            case CLIMATES -> climate(key, Values.climate(before), Values.climate(after));
            case RUNTIME -> key.equals(FacetReader.FAN)
                    ? mode(key, ChangeType.FAN_MODE_CHANGED, before, after)
                    : found(key, key.equals(FacetReader.HEAT)
                            ? ChangeType.HEAT_SET_POINT_CHANGED : ChangeType.COOL_SET_POINT_CHANGED,
                            (at, what) -> new SetPointChange(at, what, tenths(before), tenths(after)));
            case EQUIPMENT -> equipment(key, name, before, after);
            case ALERTS -> alert(key, before, after);
            case SENSORS -> sensor(key, before, after);
        };
    }

    private static Optional<Found> mode(String key, ChangeType type, @Nullable Object before, @Nullable Object after) {
        return found(key, type, (at, what) -> new ModeChange(at, what, text(before), text(after)));
    }

    private static Optional<ChangeType> eventType(
            String key, Map<String, Object> all, @Nullable Object before, @Nullable Object after) {
        if (key.equals(FacetReader.HOLD)) {
            return Optional.of(before == null
                    ? ChangeType.HOLD_STARTED : after == null ? ChangeType.HOLD_ENDED : ChangeType.HOLD_REPLACED);
        }
        if (key.startsWith(FacetReader.VACATION)) {
            // One that ran and is gone has ended, which its other facet tells.
            boolean ran = all.containsKey(FacetReader.VACATION_RUNNING + key.substring(FacetReader.VACATION.length()));
            return before == null
                    ? Optional.of(ChangeType.VACATION_CREATED)
                    : after != null
                            ? Optional.of(ChangeType.VACATION_CHANGED)
                    : ran ? Optional.empty() : Optional.of(ChangeType.VACATION_DELETED);
        }
        if (before != null && after != null) {
            return Optional.empty();
        }
        if (key.startsWith(FacetReader.VACATION_RUNNING)) {
            return Optional.of(before == null ? ChangeType.VACATION_STARTED : ChangeType.VACATION_ENDED);
        }
        if (key.startsWith(FacetReader.DEMAND_RESPONSE)) {
            return Optional.of(before == null ? ChangeType.DEMAND_RESPONSE_STARTED : ChangeType.DEMAND_RESPONSE_ENDED);
        }
        return Optional.of(before == null ? ChangeType.EVENT_STARTED : ChangeType.EVENT_ENDED);
    }

    private static Optional<Found> climate(String key, @Nullable NamedClimate before, @Nullable NamedClimate after) {
        boolean renamed = before != null && after != null && before.ref().equals(after.ref());
        return renamed
                ? Optional.empty() : found(
                        key, key.equals(FacetReader.SCHEDULED)
                                ? ChangeType.SCHEDULED_CLIMATE_CHANGED : ChangeType.ACTIVE_CLIMATE_CHANGED,
                        (at, what) -> new ClimateChange(at, what, before, after));
    }

    private static Optional<Found> equipment(String key, String name, @Nullable Object before, @Nullable Object after) {
        return before != null && after != null
                ? Optional.empty() : found(
                        key, before == null ? ChangeType.EQUIPMENT_STARTED : ChangeType.EQUIPMENT_STOPPED,
                        (at, what) -> new EquipmentChange(
                                at, what, name, HeatingSource.parse(before == null ? after : before).orElse(null)));
    }

    private static Optional<Found> alert(String key, @Nullable Object before, @Nullable Object after) {
        return before != null && after != null
                ? Optional.empty() : found(
                        key, before == null ? ChangeType.ALERT_RAISED : ChangeType.ALERT_CLEARED,
                        (at, what) -> new AlertChange(at, what, Values.alert(before), Values.alert(after)));
    }

    private static Optional<Found> sensor(String key, @Nullable Object before, @Nullable Object after) {
        if (!(before instanceof Map<?, ?> old) || !(after instanceof Map<?, ?> now)
                || Objects.equals(old.get(FacetReader.ONLINE), now.get(FacetReader.ONLINE))) {
            return Optional.empty();
        }
        return found(
                key, Boolean.TRUE.equals(now.get(FacetReader.ONLINE)) ? ChangeType.SENSOR_ONLINE : ChangeType.SENSOR_OFFLINE,
                (at, what) -> new SensorChange(
                        at, what, key.substring(key.indexOf('/') + 1), Values.text(now, "name"), Values.text(now, "type")));
    }

    private static Optional<Found> found(String key, ChangeType type, Maker maker) {
        FacetGroup group = FacetGroup.of(type);
        return Optional.of(new Found(
                key, type, group == null ? null : group.revision(), occurrence -> maker.make(occurrence, type)));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable Temperature tenths(@Nullable Object value) {
        return value instanceof Integer tenths ? new Temperature(tenths) : null;
    }

    private interface Maker {
        Change make(Occurrence occurrence, ChangeType type);
    }
}
