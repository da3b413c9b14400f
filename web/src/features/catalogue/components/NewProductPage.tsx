import { Card } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '@/components/PageHeader'
import { api } from '@/lib/api/client'
import { emptyProduct, type Product } from '../api/catalogue'
import { ProductForm } from './ProductForm'

export function NewProductPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return (
    <>
      <PageHeader title={t('catalogue.newProduct')} text={t('catalogue.newProductText')} />
      <Card padding="lg" maw={980}>
        <ProductForm
          values={emptyProduct}
          submitLabel={t('catalogue.create')}
          save={(values) => api.post<Product>('/products', values)}
          onCancel={() => void navigate({ href: '/products' })}
          onSaved={async (product) => {
            await queryClient.invalidateQueries({ queryKey: ['products'] })
            await navigate({ href: `/products/${product.id}` })
          }}
        />
      </Card>
    </>
  )
}
