// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.JsonApi.JsonText;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Parses a template's text into a tree; a short intrinsic such as {@code !Sub x} becomes {@code {"Fn::Sub": "x"}}. */
final class TemplateText {
    private static final ObjectMapper TREES = new ObjectMapper();

    private TemplateText() {}

    /**
     * Reads YAML or JSON.
     *
     * @throws AwsError ValidationError if it is neither, or no mapping
     */
    static JsonNode read(String text) {
        JsonNode tree = json(text).orElseGet(() -> yaml(text));
        if (!tree.isObject()) {
            throw new AwsError("ValidationError", "Template format error: must be a mapping of sections.");
        }
        return tree;
    }

    /** YAML that begins with a brace may be JSON, whose tabs and escapes are not valid in YAML. */
    private static Optional<JsonNode> json(String text) {
        try {
            return text.stripLeading().startsWith("{") ? Optional.of(JsonText.read(text)) : Optional.empty();
        } catch (IllegalArgumentException noJson) {
            return Optional.empty();
        }
    }

    private static JsonNode yaml(String text) {
        LoadSettings settings = LoadSettings.builder().setLabel("template").build();
        try {
            return TREES.valueToTree(new Load(settings, new ShortIntrinsics(settings)).loadFromString(text));
        } catch (YamlEngineException e) {
            throw new AwsError("ValidationError", "Template format error: unreadable. " + e.getMessage());
        }
    }

    /** Builds an object of one field for each node with a tag of CloudFormation's own. */
    private static final class ShortIntrinsics extends StandardConstructor {
        ShortIntrinsics(LoadSettings settings) {
            super(settings);
        }

        @Override
        protected Optional<ConstructNode> findConstructorFor(Node node) {
            refuseOldBoolean(node);
            String tag = node.getTag().getValue();
            return tag.startsWith("!") && tag.length() > 1
                    ? Optional.of(tagged -> Map.of(longName(tag.substring(1)), untagged(tagged)))
                    : super.findConstructorFor(node);
        }

        /** CloudFormation reads YAML 1.1, where these words are booleans; this parser only has the newer rule. */
        private static void refuseOldBoolean(Node node) {
            if (node instanceof ScalarNode scalar
                    && scalar.getScalarStyle() == ScalarStyle.PLAIN
                    && scalar.getValue().matches("(?i)yes|no|on|off")) {
                throw new YamlEngineException("The word " + scalar.getValue()
                        + " is a boolean to CloudFormation. Put it in quotes, or write true or false."
                        + scalar.getStartMark().map(mark -> " " + mark).orElse(""));
            }
        }

        private static String longName(String name) {
            return name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
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
