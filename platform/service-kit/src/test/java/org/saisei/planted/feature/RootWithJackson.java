package org.saisei.planted.feature;

import com.fasterxml.jackson.databind.JsonNode;

/** Breaks "roots are plain". */
record RootWithJackson(JsonNode node) {}
