// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** infra/template.yaml as JSON; a short intrinsic such as {@code !Sub x} becomes {@code {"!Sub": "x"}}. */
final class Template {

    static final JsonNode ROOT = read();

    private Template() {}

    /** The resource whose DefinitionUri is the given path, or a missing node. */
    static JsonNode resourceWithDefinition(String definitionUri) {
        for (JsonNode resource : ROOT.get("Resources")) {
            if (resource.at("/Properties/DefinitionUri").asText().equals(definitionUri)) {
                return resource;
            }
        }
        return MissingNode.getInstance();
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read() {
        LoadSettings settings =
                LoadSettings.builder().setLabel("infra/template.yaml").build();
        Object plain = new Load(settings, new ShortIntrinsics(settings))
                .loadFromString(Repository.text("infra/template.yaml"));
        return new ObjectMapper().valueToTree(plain);
    }

    /** Builds an object of one field for each node with a tag of CloudFormation's own. */
    private static final class ShortIntrinsics extends StandardConstructor {

        ShortIntrinsics(LoadSettings settings) {
            super(settings);
        }

        @Override
        protected Optional<ConstructNode> findConstructorFor(Node node) {
            String tag = node.getTag().getValue();
            return tag.startsWith("!")
                    ? Optional.of(plain -> Map.of(tag, untagged(plain)))
                    : super.findConstructorFor(node);
        }

        private Object untagged(Node node) {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            node.setTag(node instanceof SequenceNode ? Tag.SEQ : Tag.MAP);
            return node instanceof MappingNode mapping
                    ? constructMapping(mapping)
                    : constructSequence((SequenceNode) node);
        }
    }
}
