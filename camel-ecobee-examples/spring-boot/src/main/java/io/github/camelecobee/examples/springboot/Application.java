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
package io.github.camelecobee.examples.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts it; everything that may differ is in {@code application.yaml}. */
@SpringBootApplication
public class Application {
    /** Spring creates it. */
    public Application() {
    }

    /**
     * Runs until it is stopped.
     *
     * @param args properties, as Spring Boot takes them
     */
    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
