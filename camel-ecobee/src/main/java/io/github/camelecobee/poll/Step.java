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

import java.util.List;
import java.util.function.Function;

/**
 * One thing to deliver.
 *
 * @param keys the facets that it is about: delivered, they are as now
 * @param type its kind, part of what tells it apart
 * @param body makes the body of what tells it apart
 */
record Step(List<String> keys, String type, Function<String, Object> body) {
}
