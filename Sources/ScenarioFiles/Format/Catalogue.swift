/// Every field of the scenario format, in reading order.
///
/// Reading, `buffert fields` and the documentation all come from here; nothing is said twice.
public enum Catalogue {
  /// The sections of the format.
  public static let sections: [Section] = [
    Scenario.section, Horizon.section, Warmup.section, Warmup.buildUp, Given.section,
    AgePart.section,
    Experiment.section,
    ConsumptionTable.section, Profile.section, Supplier.section, SupplierAllocation.section,
    Ceiling.section, Readiness.section, Occasion.section, Sourcing.section, Durations.section,
    Shares.section, Life.section,
    Shortage.section, ShortageEffect.section, Announcement.section,
    NationalReserve.section, ReserveRelease.section, Substitution.section, Substitute.section,
    Permission.section, DuringShortage.section,
    Phase.section, PhaseBegin.section, DemandWhere.section, TransportCut.section,
    Loss.section, LifeExtension.section, SpillOver.section, Postponement.section,
    Policy.section, BuildUp.section, BuildUpStep.section, Transship.section,
    VoluntaryTransship.section, MandatedTransship.section, Settings.section, Override.section,
    Ordering.section, MinMax.section, ReorderPoint.section, Scheduled.section, Counts.section,
    OrderTableFile.section, Issue.section, Mixed.section, ReserveRotation.section,
    Separate.section, Swap.section, Release.section, OnStockout.section, InPhase.section,
    Redistribution.section, Allocation.section, Priority.section, CriticalLevels.section,
    ProductChoice.section,
    LocationChoice.section, Duty.section, Costs.section, Storage.section,
    CostFile.section, SizeEntry.section, CostItems.section, StatedAmount.section,
    StatedShare.section, StatedVolume.section,
    Expected.section, ExpectedRow.section, ExpectedQuick.section,
    RegionRow.section, AuthorityRow.section, DemandClassRow.section, ProductRow.section,
    LocationRow.section, ConsumptionRow.section, HistoryRow.section, LotRow.section,
    AssumptionRow.section, OrderRow.section, ExemptionRow.section,
  ]
}
