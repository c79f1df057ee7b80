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
package io.github.camelecobee.model;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What every object of the ecobee API has: properties that this version of the contract does not know, and the
 * difference between an absent property and one that ecobee sent as {@code null}. Both survive being read and written
 * again, because ecobee adds properties inside version 1 and a read-modify-write must not lose them.
 * <p>
 * Not safe for use by several threads while being changed.
 */
@NullMarked
public abstract class EcobeeObject {
    /** The getters of a class by the name of their property on the wire. */
    private static final ClassValue<Map<String, Method>> GETTERS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getMethods())
                    .filter(method -> method.getParameterCount() == 0 && method.isAnnotationPresent(JsonProperty.class))
                    .collect(Collectors.toUnmodifiableMap(
                            method -> method.getAnnotation(JsonProperty.class).value(), Function.identity()));
        }
    };

    /** The setters of a class by the name of their property on the wire. */
    private static final ClassValue<Map<String, Method>> SETTERS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getMethods())
                    .filter(method -> method.getParameterCount() == 1 && method.isAnnotationPresent(JsonProperty.class))
                    .collect(Collectors.toUnmodifiableMap(
                            method -> method.getAnnotation(JsonProperty.class).value(), Function.identity()));
        }
    };

    // Most objects have neither, and a fleet has millions of objects.
    private @Nullable Map<String, @Nullable Object> additionalProperties;
    private @Nullable Set<String> explicitNulls;

    /** For the generated classes. */
    protected EcobeeObject() {
    }

    /**
     * The properties that came with this object and that the contract does not know, in the order in which they came.
     *
     * @return a live map of JSON values: text, numbers (decimal ones as {@link java.math.BigDecimal}), booleans, lists,
     *         maps or {@code null}
     */
    @JsonIgnore
    public Map<String, @Nullable Object> getAdditionalProperties() {
        Map<String, @Nullable Object> properties = additionalProperties;
        if (properties == null) {
            properties = new LinkedHashMap<>();
            additionalProperties = properties;
        }
        return properties;
    }

    /** What there is of them, to be written and compared. */
    @JsonAnyGetter
    private Map<String, @Nullable Object> presentProperties() {
        return additionalProperties == null ? Map.of() : additionalProperties;
    }

    /**
     * Sets a property that the contract does not know.
     *
     * @param  name                     its name on the wire
     * @param  value                    its JSON value, {@code null} to send an explicit null
     * @throws IllegalArgumentException if the contract does know it: it would be sent twice
     */
    @JsonAnySetter
    public void setAdditionalProperty(String name, @Nullable Object value) {
        if (knows(getClass(), name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is a property of " + getClass().getSimpleName() + ": use its setter");
        }
        getAdditionalProperties().put(name, value);
    }

    /**
     * Whether ecobee sent a known property as {@code null} rather than leaving it out, for example
     * {@code runtime.desiredFanMode} of a thermostat that is off.
     *
     * @param  name the property's name on the wire
     * @return      whether it was sent as null and has not got a value since
     */
    public boolean isExplicitNull(String name) {
        return explicitNulls != null && explicitNulls.contains(name) && valueOf(name) == null;
    }

    /**
     * Makes a known property be written as {@code null} while it has no value, instead of being left out.
     *
     * @param  name                     the property's name on the wire
     * @throws IllegalArgumentException if the contract does not know it: see {@link #setAdditionalProperty}
     */
    @JsonIgnore
    public void setExplicitNull(String name) {
        if (!knows(getClass(), name)) {
            throw new IllegalArgumentException("'" + name + "' is no property of " + getClass().getSimpleName());
        }
        if (explicitNulls == null) {
            explicitNulls = new LinkedHashSet<>();
        }
        explicitNulls.add(name);
    }

    static Set<String> names(Class<?> type) {
        return GETTERS.get(type).keySet();
    }

    static boolean knows(Class<?> type, String name) {
        return GETTERS.get(type).containsKey(name);
    }

    /** Whether a known property has a value, or is null because it was sent so. */
    boolean has(String name) {
        return valueOf(name) != null || isExplicitNull(name);
    }

    /** Makes a known property what it is on another object of the class; its value is shared. */
    void takeOver(String name, EcobeeObject from) {
        try {
            Objects.requireNonNull(SETTERS.get(getClass()).get(name)).invoke(this, from.valueOf(name));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " of " + getClass().getSimpleName() + " has no public setter", e);
        }
        if (from.isExplicitNull(name)) {
            setExplicitNull(name);
        }
    }

    /** Takes over the properties that the contract does not know, and that this object has not. */
    void takeOverUnknown(EcobeeObject from) {
        from.presentProperties().forEach((name, value) -> {
            if (!presentProperties().containsKey(name)) {
                getAdditionalProperties().put(name, value);
            }
        });
    }

    /** Makes what no getter and setter tells what it is on another object of the class; nothing is shared. */
    void copyHidden(EcobeeObject from) {
        from.presentProperties().forEach((name, value) -> getAdditionalProperties().put(name, JsonValues.copy(value)));
        explicitNulls = from.explicitNulls == null ? null : new LinkedHashSet<>(from.explicitNulls);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EcobeeObject that && getClass() == that.getClass()
                && presentProperties().equals(that.presentProperties()) && explicitNulls().equals(that.explicitNulls());
    }

    @Override
    public int hashCode() {
        return Objects.hash(presentProperties(), explicitNulls());
    }

    /** The object's name and its JSON, without secrets. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + EcobeeJson.describe(this);
    }

    /** Without those that got a value since, which are written, and so compared, by their value. */
    private Set<String> explicitNulls() {
        return explicitNulls == null
                ? Set.of() : explicitNulls.stream().filter(this::isExplicitNull).collect(Collectors.toSet());
    }

    private @Nullable Object valueOf(String name) {
        try {
            return Objects.requireNonNull(GETTERS.get(getClass()).get(name)).invoke(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " of " + getClass().getSimpleName() + " has no public getter", e);
        }
    }
}
