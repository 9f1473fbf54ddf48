package org.saisei.planted.feature.http;

import org.saisei.planted.feature.persistence.Store;

/** Breaks "adapters are package-private" and "http depends inwards only". */
public class PublicResource {
    final Store store = new Store();
}
