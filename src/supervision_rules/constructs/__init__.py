"""What several kinds of rules share: boxes of points, ranks, prices, histories, courses of steps."""
