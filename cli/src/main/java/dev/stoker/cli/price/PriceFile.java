// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.input.TextFile;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a file of prices: Stoker's own or another. */
public final class PriceFile {
    private static final String CARRIED = "prices.json";
    private static final String INVALID = "Stoker.InvalidPrices";

    /** Far more than the prices of all regions. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private PriceFile() {}

    /** Stoker's own prices. */
    public static PriceList carried() {
        return parse(carriedText(), CARRIED);
    }

    /** The text of Stoker's own file, which users can copy and change. */
    public static String carriedText() {
        try (InputStream file = PriceFile.class.getResourceAsStream(CARRIED)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Reads the prices of another file.
     *
     * @throws Failure if the file cannot be read or is invalid, with all problems
     */
    public static PriceList read(String name) {
        return parse(
                TextFile.notStdin("--prices", MOST_BYTES, "Leave out regions.").read(name), name);
    }

    private static PriceList parse(String text, String name) {
        JsonNode document;
        try {
            document = Json.read(text);
        } catch (JsonProcessingException bad) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    INVALID,
                    message(name),
                    List.of(OneLine.sentence(Json.problem(bad)) + " Correct it there."));
        }
        PriceReader reader = new PriceReader();
        PriceList prices = reader.list(document);
        reader.problems().refuse(INVALID, message(name));
        return prices;
    }

    private static String message(String name) {
        return "--prices: must be a valid file of prices, got one with problems: " + OneLine.of(name)
                + ". Start from the output of stoker estimate --print-prices.";
    }
}
