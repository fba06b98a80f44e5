package vn.nhipcho.simulation;

/**
 * How a seller treats orders at a time.
 *
 * @param confirmHours median until the seller answers an order
 * @param cancelShare orders the seller calls off
 * @param failureFactor how much more often than usual parcels are refused or sent back
 * @param answers false: orders are left to the marketplace's time limit
 */
record Conduct(double confirmHours, double cancelShare, double failureFactor, boolean answers) {}
