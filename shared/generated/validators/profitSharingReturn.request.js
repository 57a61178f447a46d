"use strict";
exports.request = validate10;
const schema11 = {"type":"object","additionalProperties":false,"required":["nonce_str","out_return_no","return_account_type","return_account","return_amount","description"],"properties":{"sub_mch_id":{"type":"string","minLength":1,"maxLength":32},"sub_appid":{"type":"string","minLength":1,"maxLength":32},"nonce_str":{"type":"string","minLength":1,"maxLength":32},"order_id":{"type":"string","minLength":1,"maxLength":64},"out_order_no":{"type":"string","pattern":"^[0-9A-Za-z_\\-|*@]{1,64}$"},"transaction_id":{"type":"string","minLength":1,"maxLength":32},"out_return_no":{"type":"string","pattern":"^[0-9A-Za-z_\\-|*@]{1,64}$"},"return_account_type":{"type":"string","const":"MERCHANT_ID"},"return_account":{"type":"string","minLength":1,"maxLength":64},"return_amount":{"type":"integer","minimum":1,"maximum":9007199254740991},"description":{"type":"string","minLength":1,"maxLength":80}},"oneOf":[{"required":["order_id"]},{"required":["out_order_no"]}]};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[0-9A-Za-z_\\-|*@]{1,64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.order_id === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "order_id"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.out_order_no === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "out_order_no"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nonce_str === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nonce_str"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.out_return_no === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "out_return_no"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.return_account_type === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "return_account_type"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.return_account === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "return_account"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.return_amount === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "return_amount"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.description === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "description"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err9 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.sub_mch_id !== undefined){
let data0 = data.sub_mch_id;
if(typeof data0 === "string"){
if(data0.length > 32 && func3(data0) > 32){
const err10 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/properties/sub_mch_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data0.length < 2 && func3(data0) < 1){
const err11 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/properties/sub_mch_id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/properties/sub_mch_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.sub_appid !== undefined){
let data1 = data.sub_appid;
if(typeof data1 === "string"){
if(data1.length > 32 && func3(data1) > 32){
const err13 = {instancePath:instancePath+"/sub_appid",schemaPath:"#/properties/sub_appid/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data1.length < 2 && func3(data1) < 1){
const err14 = {instancePath:instancePath+"/sub_appid",schemaPath:"#/properties/sub_appid/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/sub_appid",schemaPath:"#/properties/sub_appid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.nonce_str !== undefined){
let data2 = data.nonce_str;
if(typeof data2 === "string"){
if(data2.length > 32 && func3(data2) > 32){
const err16 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/properties/nonce_str/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data2.length < 2 && func3(data2) < 1){
const err17 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/properties/nonce_str/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/properties/nonce_str/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.order_id !== undefined){
let data3 = data.order_id;
if(typeof data3 === "string"){
if(data3.length > 64 && func3(data3) > 64){
const err19 = {instancePath:instancePath+"/order_id",schemaPath:"#/properties/order_id/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data3.length < 2 && func3(data3) < 1){
const err20 = {instancePath:instancePath+"/order_id",schemaPath:"#/properties/order_id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/order_id",schemaPath:"#/properties/order_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.out_order_no !== undefined){
let data4 = data.out_order_no;
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
const err22 = {instancePath:instancePath+"/out_order_no",schemaPath:"#/properties/out_order_no/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Za-z_\\-|*@]{1,64}$"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/out_order_no",schemaPath:"#/properties/out_order_no/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.transaction_id !== undefined){
let data5 = data.transaction_id;
if(typeof data5 === "string"){
if(data5.length > 32 && func3(data5) > 32){
const err24 = {instancePath:instancePath+"/transaction_id",schemaPath:"#/properties/transaction_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data5.length < 2 && func3(data5) < 1){
const err25 = {instancePath:instancePath+"/transaction_id",schemaPath:"#/properties/transaction_id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/transaction_id",schemaPath:"#/properties/transaction_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.out_return_no !== undefined){
let data6 = data.out_return_no;
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
const err27 = {instancePath:instancePath+"/out_return_no",schemaPath:"#/properties/out_return_no/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Za-z_\\-|*@]{1,64}$"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/out_return_no",schemaPath:"#/properties/out_return_no/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.return_account_type !== undefined){
let data7 = data.return_account_type;
if(typeof data7 !== "string"){
const err29 = {instancePath:instancePath+"/return_account_type",schemaPath:"#/properties/return_account_type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if("MERCHANT_ID" !== data7){
const err30 = {instancePath:instancePath+"/return_account_type",schemaPath:"#/properties/return_account_type/const",keyword:"const",params:{allowedValue: "MERCHANT_ID"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.return_account !== undefined){
let data8 = data.return_account;
if(typeof data8 === "string"){
if(data8.length > 64 && func3(data8) > 64){
const err31 = {instancePath:instancePath+"/return_account",schemaPath:"#/properties/return_account/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data8.length < 2 && func3(data8) < 1){
const err32 = {instancePath:instancePath+"/return_account",schemaPath:"#/properties/return_account/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/return_account",schemaPath:"#/properties/return_account/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.return_amount !== undefined){
let data9 = data.return_amount;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err34 = {instancePath:instancePath+"/return_amount",schemaPath:"#/properties/return_amount/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 9007199254740991 || isNaN(data9)){
const err35 = {instancePath:instancePath+"/return_amount",schemaPath:"#/properties/return_amount/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data9 < 1 || isNaN(data9)){
const err36 = {instancePath:instancePath+"/return_amount",schemaPath:"#/properties/return_amount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data.description !== undefined){
let data10 = data.description;
if(typeof data10 === "string"){
if(data10.length > 80 && func3(data10) > 80){
const err37 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data10.length < 2 && func3(data10) < 1){
const err38 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
