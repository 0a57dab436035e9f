/** The `onceId` of the need that a product is made into: whoever makes it, and however often, it is one need of an account. */
export function needOfProduct(productId: string): string {
  return `product-${productId}`;
}
