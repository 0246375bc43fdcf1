/** What the applicant of the reference flow files: 0.85 KB as JSON. */
export const formData = Object.freeze({
  projectName: '积石山县循环产业园标准化厂房建设项目',
  projectCode: '2611-622927-04-01-123456',
  organisation: '甘肃积石山建设投资有限责任公司',
  creditCode: '91622927MA7DR2XK1C',
  legalRepresentative: '马建国',
  contact: '李晓梅',
  phone: '13893000000',
  address: '甘肃省临夏回族自治州积石山保安族东乡族撒拉族自治县吹麻滩镇',
  amount: 680000,
  region: 'A',
  landArea: '12.50',
  buildingArea: '8600.00',
  startDate: '2026-12-01',
  endDate: '2028-06-30',
  summary:
    '新建标准化厂房四栋，配套建设道路、给排水、供电、消防和绿化工程，购置必要的生产辅助设备。项目建成后可容纳十二家企业入驻，带动就业三百余人，年产值约二亿元，能够促进县域特色农产品加工业集聚发展。',
  acknowledged: true,
});
