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
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/**
 * Writes what GraalVM's native-image has to be told of a module: the types that are used by reflection, and the
 * resources. The build runs it from its source, when the classes are there; it is in no jar.
 * <p>
 * Arguments: the folder of the classes, the artifact.
 */
final class ReachabilityMetadata {
    private static final String JACKSON = "com.fasterxml.jackson.annotation.";
    private static final String MANAGED = "org.apache.camel.api.management.ManagedResource";
    private static final String SERVICES = "META-INF/services/";
    private static final String OWN = "META-INF/native-image/";

    private final Path classes;
    private final List<Class<?>> types;
    private final Set<String> resources;
    private final Map<String, Set<String>> reflective = new TreeMap<>();

    private ReachabilityMetadata(Path classes) throws IOException, ClassNotFoundException {
        this.classes = classes;
        this.types = new ArrayList<>();
        this.resources = new TreeSet<>();
        for (String file : files(classes)) {
            if (file.endsWith(".class") && !file.endsWith("-info.class")) {
                String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
                types.add(Class.forName(name, false, ReachabilityMetadata.class.getClassLoader()));
            } else if (!file.endsWith(".class") && !file.startsWith(OWN) && file.indexOf('/') > 0
                    && !Set.of("META-INF/MANIFEST.MF", "META-INF/jandex.idx").contains(file)) {
                resources.add(file);
            }
        }
    }

    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        Path classes = Path.of(arguments[0]);
        ReachabilityMetadata metadata = new ReachabilityMetadata(classes);
        metadata.boundByJackson();
        metadata.namedInServiceFiles();
        metadata.beansOfOptions();
        metadata.managed();
        metadata.writeTo(classes.resolve(OWN + "io.github.camelecobee/" + arguments[1] + "/reachability-metadata.json"));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted().toList();
        }
    }

    /** Types with an annotation of Jackson, and what extends one. */
    private void boundByJackson() {
        types.stream().filter(type -> Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
                .anyMatch(ReachabilityMetadata::hasAnnotationOfJackson))
                .forEach(type -> add(type, "allDeclaredConstructors", "allDeclaredMethods", "allDeclaredFields"));
    }

    private static boolean hasAnnotationOfJackson(Class<?> type) {
        List<AnnotatedElement> elements = new ArrayList<>(List.of(type));
        elements.addAll(Arrays.asList(type.getDeclaredFields()));
        elements.addAll(Arrays.asList(type.getDeclaredMethods()));
        elements.addAll(Arrays.asList(type.getDeclaredConstructors()));
        return elements.stream()
                .flatMap(element -> Arrays.stream(element.getAnnotations())).map(Annotation::annotationType)
                .anyMatch(annotation -> annotation.getName().startsWith(JACKSON));
    }

    /** What Camel makes by the name that it finds. */
    private void namedInServiceFiles() throws IOException {
        Set<String> words = new TreeSet<>();
        for (String file : resources) {
            if (file.startsWith(SERVICES)) {
                words.addAll(Arrays.asList(Files.readString(classes.resolve(file)).split("[\\s=,\"]+")));
            }
        }
        types.stream().filter(type -> words.contains(type.getName()))
                .forEach(type -> add(type, "allPublicConstructors"));
    }

    /** What an option may be given as a bean, which Camel makes of {@code #class:}. */
    private void beansOfOptions() throws IOException {
        Set<String> wanted = new TreeSet<>();
        for (String file : resources) {
            if (file.endsWith("/ecobee.json") && file.startsWith("META-INF/io/")) {
                JsonNode catalog = new ObjectMapper().readTree(classes.resolve(file).toFile());
                catalog.findValuesAsText("javaType").forEach(type -> wanted.add(type.replaceAll("<.*", "")));
            }
        }
        wanted.removeIf(name -> name.startsWith("java."));
        types.stream().filter(type -> Modifier.isPublic(type.getModifiers()) && !Modifier.isAbstract(type.getModifiers()))
                .filter(type -> !type.isEnum() && supertypes(type).anyMatch(each -> wanted.contains(each.getName())))
                .forEach(type -> add(type, "allPublicConstructors", "allPublicMethods"));
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        return Stream.concat(Stream.of(type), Stream.concat(Stream.ofNullable(type.getSuperclass()),
                Arrays.stream(type.getInterfaces())).flatMap(ReachabilityMetadata::supertypes));
    }

    /** What JMX calls. */
    private void managed() {
        types.stream().filter(type -> Arrays.stream(type.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals(MANAGED)))
                .forEach(type -> add(type, "allPublicMethods"));
    }

    private void add(Class<?> type, String... what) {
        reflective.computeIfAbsent(type.getName(), name -> new TreeSet<>()).addAll(Arrays.asList(what));
    }

    private void writeTo(Path file) throws IOException {
        List<Map<String, Object>> reflection = new ArrayList<>();
        reflective.forEach((type, what) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("type", type);
            what.forEach(each -> entry.put(each, true));
            reflection.add(entry);
        });
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("reflection", reflection);
        metadata.put("resources", resources.stream().map(path -> Map.of("glob", path)).collect(Collectors.toList()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(metadata)
                                + "\n");
    }
}
