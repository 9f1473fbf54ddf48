package org.saisei.adverseevent.feed;

public record PositionedEntry(long position, FeedEntry entry) {}
