package vn.nhipcho.model;

/** A row of {@code seller_shops}: a seller's shop on one platform; {@code shopId} is empty where none was told. */
public record SellerShopRow(
        String sellerId, String platform, String shopId, Attribution attribution, String householdKey, long version) {}
