/// How large a region is, as Socialstyrelsen's cost tables group them.
///
/// Membership is stated, not computed: the published limits do not fit the populations of the day
/// that they are said to be of, and two tables of one report group the same regions differently.
public enum SizeGroup: String, Sendable, Hashable, CaseIterable {
  /// The three with the largest cities.
  case large
  /// About 280 000 to 472 000 inhabitants.
  case mid
  /// Up to about 249 000 inhabitants.
  case small
}
