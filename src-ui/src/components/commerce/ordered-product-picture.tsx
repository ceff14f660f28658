import { useQuery } from "@tanstack/react-query";
import { productQuery } from "@/lib/product-query";
import { ProductPicture } from "./product-picture";

interface OrderedProductPictureProps {
  productId: string;
  className?: string;
}

/** The picture of something ordered. An order line is a snapshot without one, so the product is asked. */
export function OrderedProductPicture({ productId, className }: OrderedProductPictureProps) {
  const { data } = useQuery({ ...productQuery(productId), retry: false });
  return <ProductPicture src={data?.imageUrl} className={className} />;
}
