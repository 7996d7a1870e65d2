/// The four kinds of health-care product that the duty to hold stock covers.
///
/// Source: the proposed regulation, § 1 (Socialstyrelsen 2026-4-10144).
public enum Category: String, Sendable, Hashable, CaseIterable {
  /// Medicines [läkemedel].
  case medicine
  /// Consumable medical devices [medicintekniska produkter av förbrukningskaraktär].
  case device
  /// Food for special medical purposes [livsmedel för speciella medicinska ändamål].
  case fsmp
  /// Consumable personal protective equipment [personlig skyddsutrustning].
  case ppe

  /// The place of the category in tables with one entry per category. [0…3]
  public var ordinal: Int {
    switch self {
    case .medicine: 0
    case .device: 1
    case .fsmp: 2
    case .ppe: 3
    }
  }
}
