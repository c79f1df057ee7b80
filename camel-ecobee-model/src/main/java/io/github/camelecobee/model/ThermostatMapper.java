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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.mapstruct.AfterMapping;
import org.mapstruct.CollectionMappingStrategy;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.MappingTarget;
import org.mapstruct.ReportingPolicy;
import org.mapstruct.control.DeepClone;

/**
 * Copies thermostats to the last leaf, by getters and setters: MapStruct writes the code. Not what a getter tells that
 * has no setter, which {@link EcobeeObject} copies itself.
 */
@Mapper(mappingControl = DeepClone.class, unmappedTargetPolicy = ReportingPolicy.IGNORE,
        collectionMappingStrategy = CollectionMappingStrategy.TARGET_IMMUTABLE)
abstract class ThermostatMapper {

    abstract Thermostat copy(Thermostat thermostat, @Context UnaryOperator<String> texts);

    @Nullable
    String text(@Nullable String text, @Context UnaryOperator<String> texts) {
        return text == null ? null : texts.apply(text);
    }

    @Nullable
    List<String> list(@Nullable List<String> list, @Context UnaryOperator<String> texts) {
        if (list == null) {
            return null;
        }
        List<String> copy = new ArrayList<>(list.size());
        list.forEach(each -> copy.add(text(each, texts)));
        return copy;
    }

    @Nullable
    List<List<String>> rows(@Nullable List<List<String>> rows, @Context UnaryOperator<String> texts) {
        if (rows == null) {
            return null;
        }
        List<List<String>> copy = new ArrayList<>(rows.size());
        rows.forEach(each -> copy.add(list(each, texts)));
        return copy;
    }

    @Nullable
    Object value(@Nullable Object value) {
        return JsonValues.copy(value);
    }

    @Nullable
    Map<String, @Nullable Object> map(@Nullable Map<String, @Nullable Object> map) {
        return map == null ? null : JsonValues.copy(map);
    }

    @AfterMapping
    void hidden(EcobeeObject from, @MappingTarget EcobeeObject to) {
        to.copyHidden(from);
    }
}
